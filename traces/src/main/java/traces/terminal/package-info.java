/**
 * Text for terminals: its width, clipping, colours and glyphs, and the properties of the screen that it is printed to.
 * Uses {@code traces.model}.
 */
package traces.terminal;
