// Starts threads; 200 at most, which end after a while. As many as the limit are allowed.
#include <pthread.h>
#include <unistd.h>

static void *rest(void *nothing) { usleep(350000); return nothing; }

int attack(int n) {
    static pthread_t threads[200];
    pthread_attr_t small;
    int made = 0;
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 65536);
    for (int i = 0; i < 200 * n; i++)
        if (pthread_create(&threads[made], &small, rest, 0) == 0) made++;
    for (int i = 0; i < made; i++) pthread_join(threads[i], 0);
    return made > 64;
}
