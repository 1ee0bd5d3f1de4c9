/* What wine lacks of Windows 10: icuuc.dll, that Qt asks for converters of old code pages. This one knows none. */
#define KNOWS_NONE 4 /* U_FILE_ACCESS_ERROR, as ICU says without its data */
#define EXPORT __declspec(dllexport)

EXPORT void *ucnv_open(const char *name, int *status)
{
    (void)name;
    *status = KNOWS_NONE;
    return 0;
}

EXPORT int ucnv_countAvailable(void)
{
    return 0;
}

/* Only with a converter, which nobody has. */
#define UNREACHED(name) EXPORT long long name(void) { return 0; }
UNREACHED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
UNREACHED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
UNREACHED(ucnv_cbFromUWriteUChars)
UNREACHED(ucnv_cbToUWriteUChars)
UNREACHED(ucnv_close)
UNREACHED(ucnv_fromUCountPending)
UNREACHED(ucnv_fromUnicode)
UNREACHED(ucnv_getAvailableName)
UNREACHED(ucnv_getFromUCallBack)
UNREACHED(ucnv_getMaxCharSize)
UNREACHED(ucnv_getName)
UNREACHED(ucnv_getStandardName)
UNREACHED(ucnv_getToUCallBack)
UNREACHED(ucnv_reset)
UNREACHED(ucnv_setFromUCallBack)
UNREACHED(ucnv_setToUCallBack)
UNREACHED(ucnv_toUCountPending)
UNREACHED(ucnv_toUnicode)
