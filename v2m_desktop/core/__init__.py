"""Values, contracts, errors and the settings schema. No Qt, no I/O."""
