namespace ZooInfra.Provider.Backends.Rfc2136;

/// <summary>A message of a server that is not a well-formed DNS message.</summary>
internal sealed class WireFormatException : Exception
{
    public WireFormatException()
        : base("The answer is not a well-formed DNS message.")
    {
    }
}
