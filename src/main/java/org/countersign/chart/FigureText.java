package org.countersign.chart;

import static java.util.Objects.requireNonNull;

/**
 * What a figure says to those who do not see it.
 *
 * @param title the name of the figure, a few words
 * @param description the alternative text: what the figure shows, in one to three sentences
 */
public record FigureText(String title, String description) {

    public FigureText {
        requireNonNull(title);
        requireNonNull(description);
        if (title.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("title `" + title + "` and description `" + description
                    + "`: expected neither to be blank, a figure without them cannot be read aloud");
        }
    }
}
