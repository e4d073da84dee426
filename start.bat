@echo off
chcp 65001 >nul
setlocal
cd /d "%~dp0"
title Candor

set "PY="
where py >nul 2>nul && py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PY=py -3"
if not defined PY (
  where python >nul 2>nul && python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul && set "PY=python"
)
if not defined PY (
  echo.
  echo Candor needs Python 3.11 or newer, and it was not found on this computer.
  echo Install it from https://www.python.org/downloads/ ^(tick "Add python.exe to PATH"^), then double-click start.bat again.
  echo.
  echo 本机未找到 Python 3.11 或更高版本。
  echo 请从 https://www.python.org/downloads/ 安装（安装时勾选 "Add python.exe to PATH"），然后重新双击 start.bat。
  echo.
  pause
  exit /b 1
)

if not exist .venv\Scripts\python.exe (
  echo Preparing Candor, once. This takes a few minutes. / 首次准备，需要几分钟。
  %PY% -m venv .venv || goto failed
)
fc /b requirements.txt .venv\installed.txt >nul 2>nul
if errorlevel 1 (
  .venv\Scripts\python -m pip install --quiet --disable-pip-version-check -r requirements.txt || goto failed
  copy /y requirements.txt .venv\installed.txt >nul
)
.venv\Scripts\python start.py --server.headless false --server.showEmailPrompt false || goto failed
exit /b 0

:failed
echo.
echo Candor could not be prepared. The lines above say why. Check the internet connection; in mainland China set a mirror first, as README.md says.
echo 未能完成准备，原因见上方。请检查网络连接；在中国大陆请先按 README.md 设置 pip 镜像。
echo.
pause
exit /b 1
