package org.countersign.cli;

/** What a command prints. */
enum OutputFormat {
    TEXT,
    JSON
}
