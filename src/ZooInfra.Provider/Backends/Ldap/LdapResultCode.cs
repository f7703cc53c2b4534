namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>The result codes that are told apart here (RFC 4511, appendix A).</summary>
internal enum LdapResultCode
{
    Success = 0,
    StrongerAuthRequired = 8,
    Referral = 10,
    NoSuchAttribute = 16,
    UndefinedAttributeType = 17,
    ConstraintViolation = 19,
    AttributeOrValueExists = 20,
    InvalidAttributeSyntax = 21,
    NoSuchObject = 32,
    InvalidDnSyntax = 34,
    InvalidCredentials = 49,
    InsufficientAccessRights = 50,
    Busy = 51,
    Unavailable = 52,
    UnwillingToPerform = 53,
    NamingViolation = 64,
    ObjectClassViolation = 65,
    NotAllowedOnNonLeaf = 66,
    EntryAlreadyExists = 68,
    AffectsMultipleDsas = 71,
}
