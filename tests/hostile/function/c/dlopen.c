// Loads a further shared library.
#include <dlfcn.h>

int attack(int n) {
    return n ? dlopen("libBrokenLocale.so.1", RTLD_NOW) != 0 : 0;
}
