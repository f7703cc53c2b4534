namespace ZooInfra.Provider.Backends.Ldap;

/// <summary>Says what a refusal means and what to do.</summary>
internal static class LdapRefusal
{
    /// <summary>The rest of a sentence that starts with what could not be done.</summary>
    public static string Sentence(LdapException refusal, LdapSettings settings)
    {
        var words = refusal.Message.Length > 0 ? $" ({Plain(refusal.Message)})" : "";
        return refusal.Code switch
        {
            null => $"{Plain(refusal.Message)} Check zoo:ldapServer ({settings}).",

            // The server's words are left out: some servers repeat what they were sent.
            LdapResultCode.InvalidCredentials => $"{settings} does not accept the name and password. Check zoo:ldapBindDn ({settings.BindDn}) and zoo:ldapPassword. Nothing was changed.",
            LdapResultCode.InsufficientAccessRights => $"{settings.BindDn} (zoo:ldapBindDn) may not do this on {settings}{words}. Nothing was changed.",
            LdapResultCode.NoSuchObject => $"{settings} has no such entry, or none above it{words}. Make the base and the parent first, or run a refresh. Nothing was changed.",
            LdapResultCode.EntryAlreadyExists => $"there is an entry of that name now. Run a refresh, or import it. Nothing was changed.",
            LdapResultCode.NotAllowedOnNonLeaf => $"it still has entries below it that are not part of this stack. Move or remove those first. Nothing was changed.",
            LdapResultCode.NoSuchAttribute or LdapResultCode.AttributeOrValueExists => $"somebody changed it meanwhile{words}. Run a refresh and the update again. Nothing was changed.",
            LdapResultCode.AffectsMultipleDsas => $"it cannot move to another part of the directory{words}. Remove it here and make it there. Nothing was changed.",
            LdapResultCode.Busy or LdapResultCode.Unavailable => $"{settings} is busy or shutting down{words}. Run the update again later. Nothing was changed.",
            LdapResultCode.ObjectClassViolation or LdapResultCode.UndefinedAttributeType or LdapResultCode.InvalidAttributeSyntax =>
                $"the schema of {settings} does not allow it{words}. Check zoo:ldapDialect ({(settings.Dialect == Identity.DirectoryDialect.ActiveDirectory ? "activedirectory" : "openldap")}) and that the server has the schema; password policies of OpenLDAP need the ppolicy overlay. Nothing was changed.",
            var code => $"{settings} refuses with result {(int)code} ({code}){words}. Nothing was changed.",
        };
    }

    private static string Plain(string words) => new([.. words.Select(character => char.IsControl(character) ? ' ' : character).Take(300)]);
}
