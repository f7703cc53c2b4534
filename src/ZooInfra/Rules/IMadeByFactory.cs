namespace ZooInfra.Rules;

/// <summary>
/// An object that a factory made into another form. Rules look at what the program wrote, which the analyzers see in source, so the object remembers it.
/// </summary>
internal interface IMadeByFactory
{
    FactoryCall MadeBy { get; }
}
