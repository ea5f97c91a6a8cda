package accesslog.report;

import java.util.List;

/** Writes a report as one page, without scripts and without anything to load. */
public final class HtmlReport {

    private static final int COLUMNS = 200;
    private static final int HEIGHT = 90;

    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;margin:2em auto;max-width:75em;padding:0 1em;color:#222;background:#fff}
            h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .3em}
            table{border-collapse:collapse;width:100%}td,th{padding:.15em .6em;text-align:right;white-space:nowrap;vertical-align:top}
            th{border-bottom:1px solid #999;font-weight:600}tr:nth-child(even) td{background:#f5f5f5}
            td:last-child,th:last-child{text-align:left;white-space:normal;overflow-wrap:anywhere;width:99%;font-family:ui-monospace,monospace;font-size:.9em}
            .findings{background:#fff6e0;border-left:4px solid #e0a000;padding:.6em 1em .6em 2em}
            .note{color:#666;font-size:.9em;margin:.2em 0}svg{width:100%;height:auto;display:block}
            li{overflow-wrap:anywhere}
            @media(prefers-color-scheme:dark){body{color:#ddd;background:#1b1b1b}tr:nth-child(even) td{background:#242424}.findings{background:#332a10}.note{color:#aaa}}
            """;

    private final StringBuilder page = new StringBuilder();

    /** The whole page. */
    public String of(Report report) {
        page.setLength(0);
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Access log report</title>\n<style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Access log report</h1>\n<p>");
        report.summary.forEach(line -> page.append(escaped(line)).append("<br>\n"));
        page.append("</p>\n");
        if (report.timeline != null && !report.timeline.isEmpty()) {
            plot("Operations a second", report.timeline, report.timeline.rates(COLUMNS));
            plot("Operations in progress, on average", report.timeline, report.timeline.busy(COLUMNS));
        }
        list("Look at this first", "findings", report.findings);
        report.sections.forEach(this::section);
        list("About the input", "remarks", report.remarks);
        return page.append("</body></html>\n").toString();
    }

    private void list(String title, String kind, List<String> sentences) {
        if (sentences.isEmpty()) {
            return;
        }
        page.append("<h2>")
                .append(title)
                .append("</h2>\n<ul class=\"")
                .append(kind)
                .append("\">\n");
        sentences.forEach(
                sentence -> page.append("<li>").append(escaped(sentence)).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void section(Section section) {
        page.append("<h2>").append(escaped(section.title)).append("</h2>\n<table><tr>");
        section.columns.forEach(
                column -> page.append("<th>").append(escaped(column)).append("</th>"));
        page.append("</tr>\n");
        for (int i = 0; i < section.rows.size(); i++) {
            row(section.rows.get(i), section.details.get(i));
        }
        page.append("</table>\n");
        section.notes.forEach(
                note -> page.append("<p class=\"note\">").append(escaped(note)).append("</p>\n"));
    }

    private void row(List<String> cells, String detail) {
        page.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            page.append("<td>").append(escaped(cells.get(i)));
            if (i == cells.size() - 1 && !detail.isEmpty()) {
                page.append("<br><span class=\"note\">").append(escaped(detail)).append("</span>");
            }
            page.append("</td>");
        }
        page.append("</tr>\n");
    }

    private void plot(String title, Timeline timeline, double[] values) {
        double max = java.util.Arrays.stream(values).max().orElse(1);
        page.append("<h2>")
                .append(title)
                .append("</h2>\n<svg viewBox=\"0 0 ")
                .append(values.length * 5)
                .append(' ')
                .append(HEIGHT + 18)
                .append("\" preserveAspectRatio=\"none\" role=\"img\" style=\"max-height:10em\">");
        for (int i = 0; i < values.length; i++) {
            double height = max == 0 ? 0 : values[i] / max * HEIGHT;
            page.append(String.format(
                    java.util.Locale.ROOT,
                    "<rect x=\"%d\" y=\"%.1f\" width=\"4\" height=\"%.1f\" fill=\"#3a78b5\"/>",
                    i * 5,
                    HEIGHT - height,
                    height));
        }
        page.append("</svg>\n<p class=\"note\">")
                .append(Units.moment(timeline.start()))
                .append(" to ")
                .append(Units.moment(timeline.end()))
                .append(" UTC, at most ")
                .append(Units.rate(max))
                .append("</p>\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
