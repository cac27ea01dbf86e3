/* What all SQL functions of Vietnamese text share. */
#ifndef MOTCUA_VI_TEXT_H
#define MOTCUA_VI_TEXT_H

/* Refuse a database that is not in UTF8 (0A000). The check is cheap enough for every call. */
extern void motcua_require_utf8(void);

#endif
