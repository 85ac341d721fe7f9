# Installs the setup program on Windows and uses it as a reader would; any step that fails ends it.
#   powershell -File packaging/windows/test-install.ps1 Verbatim-VERSION-Setup.exe
param([Parameter(Mandatory)][string]$Setup)
$ErrorActionPreference = 'Stop'
$folder = Join-Path $env:LOCALAPPDATA 'Programs\Verbatim'
$work = Join-Path ([IO.Path]::GetTempPath()) ([Guid]::NewGuid())
$library = Join-Path $work ('deep\' * 40 + 'library')  # longer than 260 characters
$script:count = 0

function Check([string]$What, [scriptblock]$Step) {
    if (-not (& $Step)) { throw "FAILED: $What" }
    $script:count++
    '{0,3}  {1}' -f $script:count, $What
}
function Ran([string]$Program, [string[]]$Words) {
    $process = Start-Process -Wait -PassThru -FilePath $Program -ArgumentList $Words
    $process.ExitCode -eq 0
}
function Verbatim { & (Join-Path $folder 'verbatim.exe') @args }

New-Item -ItemType Directory -Force $work | Out-Null
$sample = Get-ChildItem (Join-Path $PSScriptRoot '..\..\seeds\01-*.txt') | Select-Object -First 1
$uninstall = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Uninstall\Verbatim'
$shortcut = Join-Path $env:APPDATA 'Microsoft\Windows\Start Menu\Programs\Verbatim.lnk'

Check 'it installs without a question' { Ran $Setup @('/S') }
Check 'for this user alone, in their own folder' { Test-Path (Join-Path $folder 'verbatim-window.exe') }
Check 'a start menu entry is there' { Test-Path $shortcut }
Check 'it is listed in the programs' { (Get-ItemProperty $uninstall).DisplayVersion }
Check 'it is offered for its kinds of files' { (Get-Item 'HKCU:\Software\Classes\.epub\OpenWithProgids').Property -contains 'Verbatim.epub' }
Check 'it tells its version' { (Verbatim --version) -like 'Verbatim *' }
Check 'it reads who said what' { (Verbatim analyze --format jsonl $sample.FullName | ConvertFrom-Json).quotes.Where({ $_.speaker }).Count -gt 0 }
Check 'a sample comes into a library in a long path' { Verbatim add $sample.FullName --library $library; $LASTEXITCODE -eq 0 }
Check 'it draws its window' {
    $env:QT_QPA_PLATFORM = 'offscreen'
    Verbatim render (Join-Path $work 'window.png') --library $library | Out-Null
    Remove-Item Env:QT_QPA_PLATFORM
    (Get-Item (Join-Path $work 'window.png')).Length -gt 10000
}
Check 'its window opens' {
    $window = Start-Process -PassThru -FilePath (Join-Path $folder 'verbatim-window.exe') -ArgumentList @('--library', "`"$library`"")
    $shown = $false
    foreach ($turn in 1..300) {
        Start-Sleep -Milliseconds 200
        $window.Refresh()
        if ($window.HasExited) { break }
        if ($window.MainWindowTitle -like '*Verbatim*') { $shown = $true; break }
    }
    if (-not $window.HasExited) { $window.CloseMainWindow() | Out-Null; $window.WaitForExit(20000) | Out-Null }
    $shown
}
Check 'it installs over itself' { Ran $Setup @('/S') }
Check 'it is removed without a question' { Ran (Join-Path $folder 'uninstall.exe') @('/S') }
foreach ($turn in 1..100) { if (-not (Test-Path $folder)) { break }; Start-Sleep -Milliseconds 300 }
Check 'nothing of the program is left' { -not (Test-Path $folder) -and -not (Test-Path $shortcut) -and -not (Test-Path $uninstall) }
Check 'the library is still there' { Test-Path -LiteralPath $library }
"`n$($script:count) passed, 0 failed"
