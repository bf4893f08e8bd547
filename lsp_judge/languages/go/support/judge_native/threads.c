// Go's runtime starts several threads, each with the default size of stack, which glibc takes
// from the process' limit. A worker's limit is made for deep recursion in its main thread: with
// that much for every thread, some threads would already exceed the limit of its memory.
#define _GNU_SOURCE
#include <pthread.h>

#ifdef __GLIBC__
// Goroutines have stacks of their own; a thread's serves the runtime alone.
#define JUDGE_THREAD_STACK (1 << 20)

// 101 is the first priority that is ours to use: before Go's own constructor starts threads.
__attribute__((constructor(101))) static void judge_shrink_thread_stacks(void)
{
	pthread_attr_t attributes;
	if (pthread_attr_init(&attributes) != 0) return;
	if (pthread_attr_setstacksize(&attributes, JUDGE_THREAD_STACK) == 0)
		pthread_setattr_default_np(&attributes);
	pthread_attr_destroy(&attributes);
}
#endif
