package accesslog.report;

import java.util.ArrayList;
import java.util.List;

/** Holds what is to be told of a log, for a terminal and for a page alike. All of its texts are safe to show. */
public final class Report {

    final List<String> summary = new ArrayList<>();
    /** What to look at first. */
    final List<String> findings = new ArrayList<>();

    final List<Section> sections = new ArrayList<>();
    /** What was wrong with the input. */
    final List<String> remarks = new ArrayList<>();

    Timeline timeline;
}
