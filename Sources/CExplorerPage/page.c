// Part of C since 2023; Swift's clang has it before.
#pragma clang diagnostic ignored "-Wc23-extensions"

#include "CExplorerPage.h"

#ifndef __has_embed
#error "The page needs a C compiler with #embed: Clang 19 or later, as it comes with Swift 6.2."
#endif
// It says that the C of before 2023 had none.
#pragma clang diagnostic ignored "-Wc23-extensions"

// In the order in which they are put together: a module stands after those that it takes something from.

static const unsigned char page_html[] = {
#embed "../DiplomacyDrawing/Explorer/Page/page.html"
};
static const unsigned char page_css[] = {
#embed "../DiplomacyDrawing/Explorer/Page/page.css"
};
static const unsigned char words_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/words.js"
};
static const unsigned char vocabulary_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/vocabulary.js"
};
static const unsigned char dom_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/dom.js"
};
static const unsigned char graph_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/graph.js"
};
static const unsigned char time_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/time.js"
};
static const unsigned char language_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/language.js"
};
static const unsigned char seen_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/seen.js"
};
static const unsigned char state_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/state.js"
};
static const unsigned char status_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/status.js"
};
static const unsigned char labels_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/labels.js"
};
static const unsigned char ties_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/ties.js"
};
static const unsigned char chart_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/chart.js"
};
static const unsigned char timeline_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/timeline.js"
};
static const unsigned char legend_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/legend.js"
};
static const unsigned char contacts_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/contacts.js"
};
static const unsigned char journeys_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/journeys.js"
};
static const unsigned char picture_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/picture.js"
};
static const unsigned char tables_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/tables.js"
};
static const unsigned char download_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/download.js"
};
static const unsigned char sources_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/sources.js"
};
static const unsigned char life_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/life.js"
};
static const unsigned char panel_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/panel.js"
};
static const unsigned char search_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/search.js"
};
static const unsigned char slider_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/slider.js"
};
static const unsigned char controls_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/controls.js"
};
static const unsigned char main_js[] = {
#embed "../DiplomacyDrawing/Explorer/Page/main.js"
};

#define PART(name, bytes) {name, bytes, sizeof bytes}

static const explorer_page_part parts[] = {
  PART("page.html", page_html),
  PART("page.css", page_css),
  PART("words.js", words_js),
  PART("vocabulary.js", vocabulary_js),
  PART("dom.js", dom_js),
  PART("graph.js", graph_js),
  PART("time.js", time_js),
  PART("language.js", language_js),
  PART("seen.js", seen_js),
  PART("state.js", state_js),
  PART("status.js", status_js),
  PART("labels.js", labels_js),
  PART("ties.js", ties_js),
  PART("chart.js", chart_js),
  PART("timeline.js", timeline_js),
  PART("legend.js", legend_js),
  PART("contacts.js", contacts_js),
  PART("journeys.js", journeys_js),
  PART("picture.js", picture_js),
  PART("tables.js", tables_js),
  PART("download.js", download_js),
  PART("sources.js", sources_js),
  PART("life.js", life_js),
  PART("panel.js", panel_js),
  PART("search.js", search_js),
  PART("slider.js", slider_js),
  PART("controls.js", controls_js),
  PART("main.js", main_js),
};

size_t explorer_part_count(void) { return sizeof parts / sizeof *parts; }

explorer_page_part explorer_part(size_t index) { return parts[index]; }
