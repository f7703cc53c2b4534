namespace ZooInfra.Provider.Identity;

/// <summary>An attribute that a resource decides on.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsName">Whether its values are distinguished names.</param>
internal sealed record ManagedAttribute(string Name, bool IsName = false)
{
    /// <summary>The same for all spellings of one value.</summary>
    public string Key(string value) => IsName ? DistinguishedName.KeyOf(value) : value;
}
