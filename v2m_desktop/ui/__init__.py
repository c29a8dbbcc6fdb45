"""What people see. It observes, it never decides."""
