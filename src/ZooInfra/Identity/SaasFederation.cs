using Pulumi;

namespace ZooInfra.Identity;

/// <summary>An application whose sign-in the client's identity provider does.</summary>
/// <param name="Name">The name of the trust.</param>
/// <param name="Protocol">How the application learns who signed in.</param>
/// <param name="Issuer">The identity provider: its entity id or issuer, an https URL.</param>
/// <param name="Application">The application: its entity id or client id.</param>
public sealed record SaasFederation(string Name, FederationProtocol Protocol, Input<string> Issuer, Input<string> Application)
{
    /// <summary>Where answers may be sent: https URLs in full; at least one.</summary>
    public IReadOnlyList<Input<string>> Endpoints { get; init; } = [];

    /// <summary>The SHA-256 of each certificate that signs, in lower-case hexadecimal digits; at least one for SAML.</summary>
    public IReadOnlyList<Input<string>> SigningCertificates { get; init; } = [];

    /// <summary>The groups, by name, that may sign in; at least one.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>What the application hears about a person: its names, and the attributes of the directory.</summary>
    public IReadOnlyList<(string Name, string Attribute)> Claims { get; init; } = [];

    /// <summary>Hours after which to sign in again; 1 to 720.</summary>
    public int SessionHours { get; init; } = 12;
}
