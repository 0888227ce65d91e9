package org.ketaminecontent.danger;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.ketaminecontent.danger.DangerTraining.Example;

/** All that is learned from the examples. The build writes it into a file, because reading the examples takes long. */
record LearnedLanguage(DangerClassifier classifier, Spelling spelling, LanguageGuess guess) {

    static final String RESOURCE = "/danger-language.bin.gz";

    /** Learns from examples. */
    static LearnedLanguage of(List<Example> examples, List<DangerLanguage> languages) {
        return new LearnedLanguage(
                DangerTraining.train(examples, languages),
                Spelling.of(languages, examples),
                LanguageGuess.among(languages));
    }

    /** Reads the file that the build wrote. */
    static LearnedLanguage built(List<DangerLanguage> languages) {
        try (InputStream file = LearnedLanguage.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is missing: it is made by the build");
            }
            var in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(file)));
            return new LearnedLanguage(
                    DangerClassifier.read(new DangerFeatures(languages), in),
                    Spelling.read(languages, in),
                    LanguageGuess.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(OutputStream file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(file)))) {
            classifier.write(out);
            spelling.write(out);
            guess.write(out);
        }
    }

    static void writeWords(Collection<String> words, DataOutputStream out) throws IOException {
        out.writeInt(words.size());
        for (var word : new TreeSet<>(words)) {
            out.writeUTF(word);
        }
    }

    static Set<String> readWords(DataInputStream in) throws IOException {
        int size = in.readInt();
        var words = new HashSet<String>();
        for (int i = 0; i < size; i++) {
            words.add(in.readUTF());
        }
        return words;
    }
}
