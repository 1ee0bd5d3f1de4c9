/* What wine lacks of Windows: a part of colour management that Qt asks for each screen. Here no screen has a profile. */
#define EXPORT __declspec(dllexport)

EXPORT void *OpenColorProfileW(void)
{
    return 0;
}

/* Only with a profile, which no screen has. */
#define UNREACHED(name) EXPORT long long name(void) { return 0; }
UNREACHED(CloseColorProfile)
UNREACHED(GetColorProfileFromHandle)
UNREACHED(WcsCreateIccProfile)
