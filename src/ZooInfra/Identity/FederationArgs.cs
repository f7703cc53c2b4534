using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="Federation"/>.</summary>
public sealed class FederationArgs : ResourceArgs
{
    /// <summary>Its name, which is that of its file.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary><c>saml</c> or <c>oidc</c>.</summary>
    [Input("protocol", required: true)]
    public Input<string> Protocol { get; set; } = null!;

    /// <summary>The identity provider: its entity id or issuer, an https URL.</summary>
    [Input("issuer", required: true)]
    public Input<string> Issuer { get; set; } = null!;

    /// <summary>The application: its entity id or client id.</summary>
    [Input("application", required: true)]
    public Input<string> Application { get; set; } = null!;

    /// <summary>Where answers may be sent: https URLs in full.</summary>
    [Input("endpoints", required: true)]
    public InputList<string> Endpoints { get; set; } = new();

    /// <summary>The SHA-256 of each certificate that signs, in lower-case hexadecimal digits.</summary>
    [Input("signingCertificates")]
    public InputList<string> SigningCertificates { get; set; } = new();

    /// <summary>Who may sign in.</summary>
    [Input("groups", required: true)]
    public InputList<string> Groups { get; set; } = new();

    /// <summary>What the application hears about a person.</summary>
    [Input("claims")]
    public InputList<ClaimArgs> Claims { get; set; } = new();

    /// <summary>Hours after which to sign in again, 1 to 720; 12 when it is not given.</summary>
    [Input("sessionHours")]
    public Input<int>? SessionHours { get; set; }
}
