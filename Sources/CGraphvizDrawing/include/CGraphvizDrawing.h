#ifndef ENTENTE_CGRAPHVIZDRAWING_H
#define ENTENTE_CGRAPHVIZDRAWING_H

// Drawing through the Graphviz library, in a process of its own.
//
// Graphviz keeps state in global variables, orders subgraphs by the addresses of their names, and can free memory
// twice when it cleans up after `dot`. Drawn one after the other in one process, the same graph gives different
// pictures, and some end the process. The program `entente-draw` therefore loads Graphviz once, draws nothing itself,
// and forks a child for each drawing, which starts from the same state every time and leaves without cleaning up.
//
// It has one thread, so that its forks are safe. The program that wants pictures may have many and never forks: it
// starts `entente-draw` with posix_spawn. Decision 1 in Documentation/Decisions tells what was tried.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// MARK: What is asked and answered, through one socket

// What a request asks for.
struct entente_task {
  // One of Graphviz' engines, which lays out and draws a graph; or `svg`, which turns finished pictures into other
  // formats; or `measure`, which says how long texts are.
  const char *engine;
  // With spaces between them: for a graph and for pictures `svg`, `pdf`, `png` or `png@` and the pixels to an inch, and for a
  // graph `plain` for the places of its nodes.
  const char *formats;
  // The DOT text of a graph. SVG documents, each ended by a NUL. Or texts, each with the letter of its weight before it (`r`
  // regular, `b` bold, `i` italic) and a NUL after it.
  const char *text;
  size_t length;
  // What a PDF says of itself.
  const char *title;
  const char *author;
};

// A request is this head, followed by the engine, the formats, the title, the author and the text.
struct entente_request {
  char version[16];
  uint64_t engine;
  uint64_t formats;
  uint64_t title;
  uint64_t author;
  uint64_t text;
};

#define ENTENTE_DRAWING_VERSION "entente-draw 2\n"

// The families that texts are measured in, in order: Latin and Cyrillic, then Japanese, then what there is.
#define ENTENTE_FONT_FAMILIES "Noto Sans,Noto Sans CJK JP,DejaVu Sans,sans-serif"

// How long a text is, in sizes of its font.
struct entente_extent {
  double width;
  double ascent;
  double descent;
};

// An answer is made of records: a kind, a length as a `uint64_t` and bytes. The last one is 'e'.
enum entente_record {
  // The graph is read.
  entente_record_graph = 'g',
  // The graph is laid out.
  entente_record_layout = 'l',
  // A picture, in the order of the formats; of several pictures as `svg` or `png` one after the other.
  entente_record_picture = 'p',
  // The extents of texts, in their order: a `struct entente_extent` each.
  entente_record_extents = 't',
  // A piece of a message of Graphviz.
  entente_record_message = 'm',
  // A character that no installed font has, as four bytes.
  entente_record_missing = 'c',
  // No font is installed at all.
  entente_record_no_font = 'f',
  // What the libraries below Graphviz wrote to standard error.
  entente_record_remark = 'w',
  // The end, with an `int32_t`: the signal that ended the drawing, 0 for none, -1 when it could not be started.
  entente_record_end = 'e',
  // Before the end: the program draws no further graph.
  entente_record_last = 'x',
};

// MARK: The side of the caller

// Starts `entente-draw`. Returns 0 and fills in the process and our end of the socket, or an `errno`.
int entente_start_drawer(const char *path, pid_t *process, int *socket);

// Sends a request. Returns 0 or an `errno`.
int entente_request_drawing(int socket, const struct entente_task *task);

// Receives up to `capacity` bytes, waiting until `deadline` at most (milliseconds of entente_clock()).
// Returns their number, 0 at the end of the connection, -1 on an error, -2 when the time is up.
ssize_t entente_receive(int socket, void *bytes, size_t capacity, int64_t deadline);

// Whether the other side is still there and silent.
int entente_is_idle(int socket);

// Milliseconds of a clock that is never set.
int64_t entente_clock(void);

// Ends the program, waits for it and closes the socket.
void entente_stop_drawer(pid_t process, int socket);

// The folder of the running program, or of the library that holds this function; NULL when it cannot be told.
// The caller frees it.
char *entente_folder_of_program(void);
char *entente_folder_of_library(void);

// MARK: Without the program

// Draws a graph in this process, whatever that does to it, and fills in records, which the caller frees. Not to be called
// by two threads at once. Returns 0 or an `errno`.
int entente_draw_in_place(const struct entente_task *task, char **records, size_t *size);

// The version of the Graphviz library, such as "2.43.0".
const char *entente_graphviz_version(void);

#endif
