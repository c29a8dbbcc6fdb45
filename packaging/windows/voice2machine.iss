; Installer for Windows, for one user and without administrator rights. Made with Inno Setup 6:
;   iscc /DVersion=0.1.0 packaging\windows\voice2machine.iss
; after pyinstaller has made dist\voice2machine. Settings, models and recordings are the user's: uninstalling
; leaves them.

#ifndef Version
  #error Say which version this is: /DVersion=1.2.3
#endif

[Setup]
AppId={{6E0A1B6D-6C0B-4B7E-9D52-8C1B7F0E5A31}
AppName=Voice2Machine
AppVersion={#Version}
AppPublisher=The Voice2Machine authors
DefaultDirName={autopf}\Voice2Machine
DefaultGroupName=Voice2Machine
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\resources\licenses\THIRD_PARTY.txt
SetupIconFile=..\..\build\package\voice2machine.ico
UninstallDisplayIcon={app}\v2m.exe
OutputDir=..\..\dist
OutputBaseFilename=voice2machine-{#Version}-windows-setup
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "pt"; MessagesFile: "compiler:Languages\BrazilianPortuguese.isl"

[Files]
Source: "..\..\dist\voice2machine\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[InstallDelete]
; Parts of an older version must not stay between those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Icons]
Name: "{group}\Voice2Machine"; Filename: "{app}\v2m.exe"

[Run]
Filename: "{app}\v2m-console.exe"; Parameters: "--self-test"; Flags: runhidden
Filename: "{app}\v2m.exe"; Description: "{cm:LaunchProgram,Voice2Machine}"; Flags: nowait postinstall skipifsilent

[UninstallRun]
Filename: "{app}\v2m-console.exe"; Parameters: "quit"; Flags: runhidden; RunOnceId: "quit"

[Registry]
; What the app itself may have written for a start at login.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Voice2Machine"; Flags: uninsdeletevalue dontcreatekey
