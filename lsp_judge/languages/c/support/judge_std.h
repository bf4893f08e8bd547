/* What a file without includes may use, and what the glue needs. No min and no max: many
 * files define their own. */
#ifndef JUDGE_STD_H
#define JUDGE_STD_H

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <limits.h>
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "judge_values.h"

#endif
