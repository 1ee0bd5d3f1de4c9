; The setup program: silent with /S, another folder with /D=C:\...; vaults lie elsewhere and are never touched.
Unicode true
!include "LogicLib.nsh"
!include "WinVer.nsh"
!define NAME "Intake-assistent"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\IntakeAssistent"
!define TYPE "IntakeAssistent.Bestand"

Name "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\${NAME}"
InstallDirRegKey HKLM "${KEY}" "InstallLocation"
RequestExecutionLevel admin
SetCompressor ${COMPRESSOR}
SetDateSave on
SetOverwrite on
Icon "${ICON}"
UninstallIcon "${ICON}"
BrandingText " "
ShowInstDetails nevershow
ManifestDPIAware true
LoadLanguageFile "${NSISDIR}\Contrib\Language files\Dutch.nlf"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1043 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1043 "CompanyName" "${NAME}"
VIAddVersionKey /LANG=1043 "FileDescription" "${NAME} installeren"
VIAddVersionKey /LANG=1043 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1043 "LegalCopyright" "EUPL-1.2"

Page directory
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

!macro refuse_while_running
    ; A file of a program that runs can not be opened to write in.
    ${If} ${FileExists} "$INSTDIR\intake-assistant.exe"
        ClearErrors
        FileOpen $0 "$INSTDIR\intake-assistant.exe" a
        ${If} ${Errors}
            SetErrorLevel 5
            MessageBox MB_OK|MB_ICONEXCLAMATION "De Intake-assistent staat nog open. Sluit het programma en begin opnieuw. Er is niets veranderd." /SD IDOK
            Abort
        ${EndIf}
        FileClose $0
    ${EndIf}
!macroend

!macro remove_program
    RMDir /r "$INSTDIR\lib"
    RMDir /r "$INSTDIR\python"
    RMDir /r "$INSTDIR\intake_assistant"
    RMDir /r "$INSTDIR\forms"
    RMDir /r "$INSTDIR\translations"
    RMDir /r "$INSTDIR\docs"
    Delete "$INSTDIR\main.py"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\CHANGELOG.md"
    Delete "$INSTDIR\intake-assistant.exe"
    Delete "$INSTDIR\intake-assistant.com"
    Delete "$INSTDIR\programma.ico"
    Delete "$INSTDIR\intake-assistant.cdx.json"
    Delete "$INSTDIR\licenties-van-anderen.txt"
    Delete "$INSTDIR\uninstall.exe"
    ; Only when it is empty: what somebody put here is not ours.
    RMDir "$INSTDIR"
!macroend

Function .onInit
    SetRegView 64
    SetShellVarContext all
    ${IfNot} ${AtLeastWin10}
        SetErrorLevel 4
        MessageBox MB_OK|MB_ICONSTOP "De Intake-assistent heeft Windows 10 (versie 1809) of nieuwer nodig. Er is niets veranderd." /SD IDOK
        Abort
    ${EndIf}
    ; Written by the MSI alone. Both at once would stand in Windows twice, and the one removed would take the other's files.
    ReadRegDWORD $0 HKLM "Software\${NAME}" "snelkoppeling"
    ${If} $0 = 1
        SetErrorLevel 6
        MessageBox MB_OK|MB_ICONSTOP "De Intake-assistent staat hier al, met de MSI van uw beheerder. Bijwerken gaat ook met de MSI; of verwijder die eerst. Er is niets veranderd." /SD IDOK
        Abort
    ${EndIf}
FunctionEnd

Function un.onInit
    SetRegView 64
    SetShellVarContext all
FunctionEnd

Section
    !insertmacro refuse_while_running
    !insertmacro remove_program
    SetOutPath "$INSTDIR"
    File /r "${PAYLOAD}\*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\intake-assistant.exe" "" "$INSTDIR\programma.ico"
    WriteRegStr HKLM "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKLM "${KEY}" "Publisher" "${NAME}"
    WriteRegStr HKLM "${KEY}" "DisplayIcon" "$INSTDIR\programma.ico"
    WriteRegStr HKLM "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKLM "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKLM "${KEY}" "EstimatedSize" ${SIZE_KB}
    WriteRegDWORD HKLM "${KEY}" "NoModify" 1
    WriteRegDWORD HKLM "${KEY}" "NoRepair" 1
    WriteRegStr HKLM "Software\Classes\${TYPE}" "" "Versleutelde dossiers van de Intake-assistent"
    WriteRegStr HKLM "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\programma.ico"
    WriteRegStr HKLM "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\intake-assistant.exe" "%1"'
    ; Windows knows the last part of an extension only; other programs for .age stay what they were.
    WriteRegStr HKLM "Software\Classes\.age\OpenWithProgids" "${TYPE}" ""
    WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\App Paths\intake-assistant.exe" "" "$INSTDIR\intake-assistant.exe"
SectionEnd

Section un.Programma
    !insertmacro refuse_while_running
    !insertmacro remove_program
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey HKLM "${KEY}"
    DeleteRegKey HKLM "Software\Classes\${TYPE}"
    DeleteRegValue HKLM "Software\Classes\.age\OpenWithProgids" "${TYPE}"
    DeleteRegKey HKLM "Software\Microsoft\Windows\CurrentVersion\App Paths\intake-assistant.exe"
    MessageBox MB_OK|MB_ICONINFORMATION "De Intake-assistent is van deze computer. Uw kluizen staan er nog: mappen waarvan de naam eindigt op .intake. Wat uw gemeente niet meer nodig heeft, wist u voortaan zelf." /SD IDOK
SectionEnd
