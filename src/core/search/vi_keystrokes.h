/* This header declares how words that were typed without an input method are read. */
#ifndef MC_VI_KEYSTROKES_H
#define MC_VI_KEYSTROKES_H

#include "core/search/vi_syllable.h"

/*
 * Store what a word means as keystrokes of Telex (nguyeenx, dduwowngf) or VNI (nguye6n4, d9uo7ng2),
 * as base letters without marks. Return false if the word is a possible syllable as it stands, or
 * if its keystrokes are none. The rule is that of the two input methods: Telex doubles a, e, o and
 * d, writes w for the horn and the breve and s, f, r, x, j for the tones; VNI writes digits.
 */
bool mc_read_keystrokes(const mc_syllable *typed, mc_syllable *meant);

#endif
