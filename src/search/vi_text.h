/* What all functions of Vietnamese text share. */
#ifndef MOTCUA_VI_TEXT_H
#define MOTCUA_VI_TEXT_H

/* Refuses (0A000) databases whose encoding cannot hold Vietnamese; cheap enough for every call. */
extern void motcua_require_utf8(void);

#endif
