package org.countersign.cli;

/** What the program's exit codes mean. */
final class ExitCodes {

    static final int OK = 0;
    /** A bug of the program. */
    static final int INTERNAL = 1;
    /** The command line or the input is wrong. */
    static final int INPUT = 2;
    /** Numbers do not agree. */
    static final int DIFFERS = 3;

    private ExitCodes() {}
}
