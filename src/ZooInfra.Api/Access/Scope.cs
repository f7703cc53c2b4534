namespace ZooInfra.Api.Access;

/// <summary>What a caller may do.</summary>
internal enum Scope
{
    /// <summary><c>contract:read</c>: read the contracts of the clients that the caller is bound to.</summary>
    ReadContract,

    /// <summary><c>contract:read-all</c>: read the contracts of all clients, whatever the caller is bound to.</summary>
    ReadAll,

    /// <summary><c>vpn:manage</c>: read, make and end VPN peers of the clients that the caller is bound to.</summary>
    ManageVpn,

    /// <summary><c>client:onboard</c>: propose and remove clients.</summary>
    Onboard,
}
