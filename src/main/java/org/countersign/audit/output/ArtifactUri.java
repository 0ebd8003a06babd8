package org.countersign.audit.output;

import java.net.URI;
import java.net.URISyntaxException;

/** A file's name as SARIF wants it: a URI reference, relative where the name is. */
public final class ArtifactUri {

    private ArtifactUri() {}

    /** The file as the user typed it, spaces and the like escaped. */
    public static String of(String file) {
        try {
            return new URI(null, null, file.replace('\\', '/'), null).toASCIIString();
        } catch (URISyntaxException e) {
            return "article";
        }
    }
}
