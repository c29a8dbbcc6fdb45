"""What the bundle's `v2m-recognizer` runs: the model in a process of its own, without Qt."""

from v2m_desktop.recognition.host import main

main()
