using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The trust between the identity provider and one application, as a document to be reviewed and taken over by both. Its id is its name.</summary>
public sealed class Federation : CustomResource
{
    /// <summary>Makes it.</summary>
    public Federation(string name, FederationArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:Federation", name, args, options)
    {
    }

    /// <summary>Its name, which is that of its file.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary><c>saml</c> or <c>oidc</c>.</summary>
    [Output("protocol")]
    public Output<string> Protocol { get; private set; } = null!;

    /// <summary>The identity provider: its entity id or issuer, an https URL.</summary>
    [Output("issuer")]
    public Output<string> Issuer { get; private set; } = null!;

    /// <summary>The application: its entity id or client id.</summary>
    [Output("application")]
    public Output<string> Application { get; private set; } = null!;

    /// <summary>Where answers may be sent: https URLs in full.</summary>
    [Output("endpoints")]
    public Output<ImmutableArray<string>> Endpoints { get; private set; } = null!;

    /// <summary>The SHA-256 of each certificate that signs, in lower-case hexadecimal digits.</summary>
    [Output("signingCertificates")]
    public Output<ImmutableArray<string>> SigningCertificates { get; private set; } = null!;

    /// <summary>Who may sign in.</summary>
    [Output("groups")]
    public Output<ImmutableArray<string>> Groups { get; private set; } = null!;

    /// <summary>Hours after which to sign in again, 1 to 720.</summary>
    [Output("sessionHours")]
    public Output<int> SessionHours { get; private set; } = null!;
}
