/// The little words that are everywhere and say nothing about what a page is about.
enum StopWords {
    static let all = Lexicon([
        "alla", "allt", "att", "av", "bara", "blev", "bli", "blir", "blivit", "då", "de", "dem", "den", "denna", "dess", "dessa",
        "det",
        "detta", "dig", "din", "dit", "ditt", "du", "där", "efter", "ej", "eller", "en", "ens", "er", "era", "ert", "ett",
        "finns", "från",
        "får", "för", "före", "genom", "ha", "hade", "han", "har", "hon", "hos", "hur", "här", "i", "icke", "in", "ingen", "inte",
        "inom",
        "jag", "ju", "kan", "kom", "man", "med", "mellan", "men", "mer", "mig", "min", "mot", "mycket", "ni", "nu", "när", "och",
        "om",
        "oss", "på", "samma", "samt", "sedan", "sig", "sin", "sina", "sitt", "ska", "skall", "skulle", "som", "så", "sådan",
        "till",
        "under", "upp", "ur", "ut", "utan", "vad", "var", "vara", "varit", "varje", "vars", "vem", "vi", "vid", "vilka", "vilken",
        "vilket", "än", "är", "åt", "över",
    ])
}
