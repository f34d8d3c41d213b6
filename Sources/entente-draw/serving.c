// The side of `entente-draw`: a loop that forks a child for each drawing.

#include "drawing.h"
#include "pictures.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

// MARK: Bytes

// Reads exactly `size` bytes; 0 when the connection ends before.
static int read_all(int socket, void *bytes, size_t size) {
  char *place = (char *)bytes;
  while (size > 0) {
    ssize_t count = read(socket, place, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return 0;
    place += count;
    size -= (size_t)count;
  }
  return 1;
}

static int write_all(int socket, const void *bytes, size_t size) {
  const char *place = (const char *)bytes;
  while (size > 0) {
    ssize_t count = write(socket, place, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return 0;
    place += count;
    size -= (size_t)count;
  }
  return 1;
}

static int write_record(int socket, char kind, const void *bytes, uint64_t size) {
  return write_all(socket, &kind, 1) && write_all(socket, &size, sizeof size) && write_all(socket, bytes, size);
}

// A text of a request, or NULL.
static char *read_text(int socket, uint64_t size) {
  char *text = size < SIZE_MAX ? (char *)malloc(size + 1) : NULL;
  if (text == NULL) return NULL;
  if (!read_all(socket, text, size)) {
    free(text);
    return NULL;
  }
  text[size] = 0;
  return text;
}

// A file in memory where there is such a thing.
static int open_scratch(void) {
#ifdef MFD_CLOEXEC
  int descriptor = memfd_create("entente-draw", MFD_CLOEXEC);
  if (descriptor >= 0) return descriptor;
#endif
  FILE *file = tmpfile();
  if (file == NULL) return -1;
  int copy = fcntl(fileno(file), F_DUPFD_CLOEXEC, 0);
  fclose(file);
  return copy;
}

// MARK: One drawing

struct drawing {
  struct entente_task task;
  int records;
  int remarks;
};

static void free_drawing(struct drawing *drawing) {
  const struct entente_task *task = &drawing->task;
  free((void *)task->engine);
  free((void *)task->formats);
  free((void *)task->title);
  free((void *)task->author);
  free((void *)task->text);
  if (drawing->records >= 0) close(drawing->records);
  if (drawing->remarks >= 0) close(drawing->remarks);
}

static int read_drawing(int socket, struct drawing *drawing) {
  struct entente_request request;
  struct entente_task *task = &drawing->task;
  if (!read_all(socket, &request, sizeof request)) return 0;
  if (strncmp(request.version, ENTENTE_DRAWING_VERSION, sizeof request.version) != 0) return 0;
  if ((task->engine = read_text(socket, request.engine)) == NULL) return 0;
  if ((task->formats = read_text(socket, request.formats)) == NULL) return 0;
  if ((task->title = read_text(socket, request.title)) == NULL) return 0;
  if ((task->author = read_text(socket, request.author)) == NULL) return 0;
  if ((task->text = read_text(socket, request.text)) == NULL) return 0;
  task->length = request.text;
  drawing->records = open_scratch();
  drawing->remarks = open_scratch();
  return 1;
}

static void draw(GVC_t *context, struct drawing *drawing) {
  FILE *output = fdopen(drawing->records, "w");
  if (output == NULL) _exit(1);
  int standard_error = dup(2);
  dup2(drawing->remarks, 2);
  if (strcmp(drawing->task.engine, "svg") == 0) {
    entente_convert_pictures(&drawing->task, output);
  } else {
    entente_draw(context, &drawing->task, entente_convert_picture, output);
  }
  fflush(output);
  if (standard_error >= 0) dup2(standard_error, 2);
}

// Whether a fork is safe: nobody else may hold a lock that the child would wait for.
static int has_one_thread(void) {
#ifdef __linux__
  DIR *folder = opendir("/proc/self/task");
  if (folder == NULL) return 0;
  int count = 0;
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) count += entry->d_name[0] != '.';
  closedir(folder);
  return count == 1;
#else
  return 0;
#endif
}

// Waits for the threads that read the fonts' configuration; they end by themselves.
static int is_alone(void) {
#ifdef __APPLE__
  // The frameworks of macOS do not survive a fork.
  return 0;
#endif
  for (int i = 0; i < 1000 && !has_one_thread(); i++) usleep(1000);
  return has_one_thread();
}

// Waits for a child that keeps the other end of `life` open. When the asking side goes away meanwhile, so does the child.
static int wait_for(pid_t child, int life, int socket) {
  struct pollfd ends[] = {{life, POLLIN, 0}, {socket, POLLIN, 0}};
  while (poll(ends, 2, -1) < 0 && errno == EINTR) continue;
  int is_abandoned = ends[0].revents == 0;
  if (is_abandoned) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  if (is_abandoned) _exit(0);
  return WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status) != 0 ? -1 : 0;
}

// Draws in a child. Returns what ended it, as `entente_record_end` tells it.
static int32_t draw_in_child(GVC_t *context, struct drawing *drawing, int socket) {
  int life[2];
  if (pipe(life) != 0) return -1;
  pid_t program = getpid();
  pid_t child = fork();
  if (child < 0) {
    close(life[0]);
    close(life[1]);
    return -1;
  }
  if (child == 0) {
#ifdef __linux__
    // Whatever ends the program ends its drawing.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != program) _exit(1);
    close(life[0]);
    close(socket);
    draw(context, drawing);
    _exit(0);
  }
  close(life[1]);
  int ended = wait_for(child, life[0], socket);
  close(life[0]);
  return ended;
}

// MARK: The answer

// The length of the whole records; a child that was killed may have left a part of one.
static off_t whole_records(int records) {
  off_t size = lseek(records, 0, SEEK_END);
  off_t whole = 0;
  uint64_t length = 0;
  while (pread(records, &length, sizeof length, whole + 1) == sizeof length) {
    off_t rest = size - whole - 1 - (off_t)sizeof length;
    if (rest < 0 || length > (uint64_t)rest) break;
    whole += 1 + (off_t)sizeof length + (off_t)length;
  }
  return whole;
}

static int send_records(int socket, int records) {
  char buffer[1 << 16];
  off_t rest = whole_records(records);
  if (lseek(records, 0, SEEK_SET) != 0) return 0;
  while (rest > 0) {
    size_t size = rest < (off_t)sizeof buffer ? (size_t)rest : sizeof buffer;
    ssize_t count = read(records, buffer, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0 || !write_all(socket, buffer, (size_t)count)) return 0;
    rest -= count;
  }
  return 1;
}

static int send_remarks(int socket, int remarks) {
  char buffer[1 << 14];
  if (lseek(remarks, 0, SEEK_SET) != 0) return 0;
  ssize_t count = read(remarks, buffer, sizeof buffer);
  return count <= 0 || write_record(socket, entente_record_remark, buffer, (uint64_t)count);
}

// Measuring needs no child: it leaves nothing behind that another drawing would show.
static int answer_measures(struct drawing *drawing, int socket, int has_fonts) {
  FILE *output = drawing->records < 0 ? NULL : fdopen(dup(drawing->records), "w");
  if (output == NULL) return 0;
  entente_measure_texts(&drawing->task, output);
  if (!has_fonts) entente_put(output, entente_record_no_font, "", 0);
  int32_t ended = 0;
  entente_put(output, entente_record_end, &ended, sizeof ended);
  fclose(output);
  return send_records(socket, drawing->records);
}

static int answer(GVC_t *context, struct drawing *drawing, int socket, int has_fonts) {
  int32_t ended = -1;
  int can_fork = is_alone();
  if (drawing->records >= 0 && drawing->remarks >= 0) {
    if (can_fork) {
      ended = draw_in_child(context, drawing, socket);
    } else {
      draw(context, drawing);
      ended = 0;
    }
    if (!send_records(socket, drawing->records) || !send_remarks(socket, drawing->remarks)) return 0;
  }
  if (!has_fonts && !write_record(socket, entente_record_no_font, "", 0)) return 0;
  if (!can_fork && !write_record(socket, entente_record_last, "", 0)) return 0;
  return write_record(socket, entente_record_end, &ended, sizeof ended) && can_fork;
}

int entente_serve_drawings(int socket) {
  signal(SIGPIPE, SIG_IGN);
  GVC_t *context = entente_open_graphviz();
  if (context == NULL) return 1;
  int has_fonts = entente_find_fonts();
  entente_number_names();
  entente_fix_addresses();
  for (int goes_on = 1; goes_on;) {
    struct drawing drawing = {{NULL, NULL, NULL, 0, NULL, NULL}, -1, -1};
    goes_on = read_drawing(socket, &drawing);
    if (goes_on && strcmp(drawing.task.engine, "measure") == 0) {
      goes_on = answer_measures(&drawing, socket, has_fonts);
    } else if (goes_on) {
      goes_on = answer(context, &drawing, socket, has_fonts);
    }
    free_drawing(&drawing);
  }
  return 0;
}
