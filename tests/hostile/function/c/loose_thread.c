// Answers, and leaves a thread behind that works for some seconds.
#include <pthread.h>
#include <time.h>

static void *work(void *nothing) {
    for (time_t end = time(0) + 5; time(0) < end;) {}
    return nothing;
}

int attack(int n) {
    pthread_t thread;
    if (n) pthread_create(&thread, 0, work, 0);
    return 0;
}
