namespace ZooInfra.Contracts;

/// <summary>What a fact of an item is written as.</summary>
public enum FactForm
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A word of the vocabulary: <c>legacy_pet</c>.</summary>
    Word,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A length of time: <c>5m</c>.</summary>
    Duration,

    /// <summary>A date: <c>2027-03-31</c>.</summary>
    Date,

    /// <summary>An instant, UTC: <c>2027-03-31T16:00:00Z</c>.</summary>
    Instant,
}
