/* Loaded before libc: the clock on the wall is off by as many seconds as a file says, whenever it is
   asked; every other clock goes as it does. Needs a compiler and none of its headers. */
#define REALTIME 0
#define REALTIME_COARSE 5
#if defined(__x86_64__)
#define CLOCK_GETTIME 228
#elif defined(__aarch64__)
#define CLOCK_GETTIME 113
#endif

struct timespec { long seconds; long nanos; };
struct timeval { long seconds; long micros; };

extern long syscall(long number, ...);
extern char *getenv(const char *name);
extern int open(const char *path, int flags, ...);
extern long pread(int file, void *to, unsigned long size, long from);
extern long strtol(const char *text, char **end, int base);

static int file = -2;

static long offset(void) {
  char text[32] = {0};
  if (file == -2) {
    const char *path = getenv("WRONG_CLOCK");
    file = path ? open(path, 0) : -1;
  }
  return file >= 0 && pread(file, text, sizeof text - 1, 0) > 0 ? strtol(text, 0, 10) : 0;
}

int clock_gettime(int clock, struct timespec *now) {
  int result = (int) syscall(CLOCK_GETTIME, clock, now);
  if (result == 0 && (clock == REALTIME || clock == REALTIME_COARSE)) {
    now->seconds += offset();
  }
  return result;
}

int gettimeofday(struct timeval *now, void *zone) {
  struct timespec exact;
  (void) zone;
  int result = clock_gettime(REALTIME, &exact);
  now->seconds = exact.seconds;
  now->micros = exact.nanos / 1000;
  return result;
}

long time(long *to) {
  struct timespec exact;
  clock_gettime(REALTIME, &exact);
  if (to) {
    *to = exact.seconds;
  }
  return exact.seconds;
}
