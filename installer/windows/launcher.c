/* Starts Python from our own folder, and nothing from anywhere else: no DLL of the working directory or of PATH.

   Built twice: intake-assistant.exe has a window, intake-assistant.com speaks in a terminal (which finds it first). */
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#ifndef PYTHON_DLL
#error "give -DPYTHON_DLL=L\"python313.dll\""
#endif

typedef int (*py_main)(int, wchar_t **);

static int refuse(const wchar_t *what)
{
    wchar_t said[MAX_PATH + 200];
    _snwprintf(said, sizeof said / sizeof *said - 1,
               L"De Intake-assistent kan niet starten: %ls ontbreekt of is beschadigd.\n\n"
               L"Installeer het programma opnieuw. Uw dossiers staan er los van en blijven waar ze zijn.", what);
    said[sizeof said / sizeof *said - 1] = 0;
#ifdef WITH_WINDOW
    MessageBoxW(NULL, said, L"Intake-assistent", MB_OK | MB_ICONERROR);
#else
    fwprintf(stderr, L"%ls\n", said);
#endif
    return 3;
}

int wmain(int argc, wchar_t **argv)
{
    wchar_t folder[MAX_PATH], path[MAX_PATH + 64], script[MAX_PATH + 64], **given;
    DWORD length;
    HMODULE python;
    py_main run;
    int i;

    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_SYSTEM32 | LOAD_LIBRARY_SEARCH_USER_DIRS);
    length = GetModuleFileNameW(NULL, folder, MAX_PATH);
    if (length == 0 || length == MAX_PATH)
        return refuse(L"de map van het programma");
    *wcsrchr(folder, L'\\') = 0;
    _snwprintf(path, sizeof path / sizeof *path, L"%ls\\python\\%ls", folder, PYTHON_DLL);
    _snwprintf(script, sizeof script / sizeof *script, L"%ls\\main.py", folder);
    python = LoadLibraryExW(path, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (python == NULL)
        return refuse(PYTHON_DLL);
    run = (py_main)(void *)GetProcAddress(python, "Py_Main");
    if (run == NULL)
        return refuse(PYTHON_DLL);
    /* -I: no variable and no folder of the user says what is imported; -B: Program Files is not ours to write in. */
    given = calloc((size_t)argc + 5, sizeof *given);
    if (given == NULL)
        return refuse(L"geheugen");
    given[0] = argv[0];
    given[1] = L"-I";
    given[2] = L"-B";
    given[3] = script;
    for (i = 1; i < argc; i++)
        given[i + 3] = argv[i];
    return run(argc + 3, given);
}
