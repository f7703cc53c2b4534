namespace ZooInfra.Identity;

/// <summary>How an application learns who signed in.</summary>
public enum FederationProtocol
{
    /// <summary>SAML 2.0.</summary>
    Saml,

    /// <summary>OpenID Connect.</summary>
    Oidc,
}
