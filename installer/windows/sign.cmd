@echo off
rem Sign with a certificate of this computer: sign.cmd THUMBPRINT FILE...
rem The time of signing is written by a time server of the certificate's issuer: set INTAKE_TIJDSERVER to its address.
setlocal
if "%~2"=="" (
    echo Gebruik: sign.cmd VINGERAFDRUK BESTAND...
    exit /b 2
)
if "%INTAKE_TIJDSERVER%"=="" (
    echo Zet INTAKE_TIJDSERVER op het adres van de tijdserver van uw certificaatverstrekker.
    exit /b 2
)
set "thumbprint=%~1"
:next
shift
if "%~1"=="" exit /b 0
signtool sign /sha1 "%thumbprint%" /fd sha256 /tr "%INTAKE_TIJDSERVER%" /td sha256 /d "Intake-assistent" "%~1" || exit /b 1
signtool verify /pa /all "%~1" || exit /b 1
goto next
