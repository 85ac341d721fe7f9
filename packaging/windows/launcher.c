/* verbatim.exe (a terminal's) and verbatim-window.exe (the desktop's): Python with Verbatim in it, under its own name.

   The interpreter lies in the same folder. Where the first word is "-m", this is plain Python: so the application starts
   its worker processes. Built twice: with WINDOW defined, and without. */

#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
#include <wchar.h>

#define LONGEST 32768

typedef int (*Main)(int, wchar_t **);

static int failed(const wchar_t *what) {
#ifdef WINDOW
    MessageBoxW(NULL, what, L"Verbatim", MB_OK | MB_ICONERROR);
#else
    fwprintf(stderr, L"verbatim: %ls\n", what);
#endif
    return 1;
}

static int started(int count, wchar_t **words) {
    static wchar_t path[LONGEST];
    static wchar_t *given[1024];
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST);
    wchar_t *name = wcsrchr(path, L'\\');
    if (length == 0 || length >= LONGEST || name == NULL || length + 16 >= LONGEST)
        return failed(L"Verbatim lies in a folder whose name is too long.");
    wcscpy(name + 1, L"" PYTHON_DLL);
    HMODULE python = LoadLibraryExW(path, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    Main run = python == NULL ? NULL : (Main)(void *)GetProcAddress(python, "Py_Main");
    if (run == NULL)
        return failed(L"A part of Verbatim is missing; install Verbatim again.");
    int total = 0;
    given[total++] = words[0];
    int at = 1;
    if (!(count > 1 && wcscmp(words[1], L"-m") == 0)) {
        given[total++] = L"-m";
        given[total++] = L"reader";
    }
    while (at < count && total < 1023)
        given[total++] = words[at++];
    if (at < count)
        return failed(L"These are more words than fit into one command.");
    given[total] = NULL;
    return run(total, given);
}

#ifdef WINDOW
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE before, PWSTR line, int show) {
    (void)instance, (void)before, (void)line, (void)show;
    return started(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words) { return started(count, words); }
#endif
