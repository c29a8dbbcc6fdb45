"""QtNetwork for a local socket alone: neither TLS nor what asks the system about its networks."""

from contents import wanted_plugin
from PyInstaller.utils.hooks.qt import add_qt6_dependencies

hiddenimports, binaries, datas = add_qt6_dependencies(__file__)
binaries = [(source, folder) for source, folder in binaries if wanted_plugin(source.replace("\\", "/"))]
