package org.meritstream.evidence.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.meritstream.events.AchievementPublished;
import org.meritstream.evidence.catalogue.CatalogueQuery.Fault;
import org.meritstream.evidence.catalogue.CatalogueSearch.Choices;
import org.meritstream.evidence.catalogue.CatalogueSearch.Found;
import org.meritstream.evidence.judgement.Phrase;
import org.meritstream.evidence.judgement.Words;
import org.meritstream.pages.Direction;
import org.meritstream.pages.LanguageLink;

/** The public catalogue as a page: a form that works without a script, and what it finds. */
record CataloguePage(Words words, SearchParameters parameters, Choices choices, Found found, List<Fault> faults) {
    private static final int TEASER = 280;
    private static final int SKILLS = 4;

    /** One thing to choose from a list. */
    record Choice(String value, String name, boolean chosen) {}

    /**
     * An achievement in the list.
     *
     * @param language of the institution's texts
     * @param facts how much work at which level, in short
     */
    record Entry(
            String address,
            String language,
            String direction,
            String name,
            String kind,
            String teaser,
            String institution,
            List<String> facts,
            List<String> skills) {}

    public String language() {
        return words.language();
    }

    public String direction() {
        return Direction.of(language());
    }

    public List<LanguageLink> languages() {
        return LanguageLink.all(language(), language -> parameters.with(SearchParameters.LANG, language));
    }

    public String say(String key) {
        return words.say(Phrase.of(key));
    }

    /** A parameter as it was sent. */
    public String sent(String parameter) {
        return parameters.first(parameter);
    }

    /** Whether more was asked for than words. */
    public boolean narrowed() {
        return QueryReading.NARROWING.stream().anyMatch(name -> !sent(name).isBlank());
    }

    public List<Choice> levels() {
        return IntStream.rangeClosed(1, 8)
                .mapToObj(String::valueOf)
                .map(level -> new Choice(level, eqf(level), level.equals(sent(QueryReading.LEVEL))))
                .toList();
    }

    public List<Choice> languageChoices() {
        FactSheet facts = new FactSheet(words);
        return choices.languages().stream()
                .map(tag -> new Choice(
                        tag,
                        facts.language(tag),
                        tag.equals(sent(QueryReading.LANGUAGE).toLowerCase(Locale.ROOT))))
                .toList();
    }

    public List<Choice> institutions() {
        return choices.tenants().stream()
                .map(tenant -> new Choice(tenant, tenant, tenant.equals(sent(QueryReading.TENANT))))
                .toList();
    }

    public List<Choice> units() {
        return List.of(
                new Choice("ects", say("catalogue.unit.ects"), !"hours".equals(sent(QueryReading.UNIT))),
                new Choice("hours", say("catalogue.unit.hours"), "hours".equals(sent(QueryReading.UNIT))));
    }

    /** How many there are, in words. */
    public String total() {
        return found.total() > SearchStatement.COUNTED
                ? words.say(Phrase.of("catalogue.found.more", "count", String.valueOf(SearchStatement.COUNTED)))
                : words.say(Phrase.of("catalogue.found", "count", String.valueOf(found.total())));
    }

    public List<Entry> entries() {
        return found.achievements().stream().map(this::entry).toList();
    }

    /** What is wrong with the question, in words. */
    public List<String> wrongs() {
        return faults.stream()
                .map(fault -> say("catalogue.field." + fault.parameter()) + ": " + words.say(fault.should()))
                .toList();
    }

    /** Whether this is not the first page. */
    public boolean later() {
        return !sent(QueryReading.AFTER).isBlank();
    }

    public String first() {
        return parameters.with(QueryReading.AFTER, null);
    }

    /** Where the next page is, or nothing. */
    public String next() {
        return found.more()
                ? parameters.with(
                        QueryReading.AFTER,
                        QueryReading.place(found.achievements().getLast()))
                : "";
    }

    private Entry entry(AchievementPublished published) {
        FactSheet sheet = new FactSheet(words);
        String language = published.definition().language();
        return new Entry(
                PublicAddress.path(AchievementKey.of(published)) + lang(),
                language,
                Direction.of(language),
                published.definition().name(),
                sheet.kind(published.definition().achievementType()),
                teaser(published.definition().description()),
                published.tenant(),
                sheet.brief(published.definition()),
                published.definition().skills().stream()
                        .limit(SKILLS)
                        .map(skill -> skill.targetName())
                        .toList());
    }

    private String lang() {
        return sent(SearchParameters.LANG).isBlank() ? "" : "?lang=" + language();
    }

    private String eqf(String level) {
        return words.say(Phrase.of("catalogue.level", "level", level));
    }

    /** The beginning of a text, to the end of a word. */
    private static String teaser(String text) {
        if (text.length() <= TEASER) {
            return text;
        }
        int end = text.lastIndexOf(' ', TEASER);
        int cut = end > TEASER / 2 ? end : text.offsetByCodePoints(0, text.codePointCount(0, TEASER));
        return text.substring(0, cut) + " …";
    }
}
