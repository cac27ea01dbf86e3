/* What the index check knows of the operator class vi_syllable_ops. */
#ifndef MOTCUA_VI_INDEX_H
#define MOTCUA_VI_INDEX_H

/* Of no operator: a scan for the texts that have every key of one, the first so many of a long one. */
#define MOTCUA_ALL_KEYS_STRATEGY 5
#define MOTCUA_CHECKED_KEYS 250

#endif
