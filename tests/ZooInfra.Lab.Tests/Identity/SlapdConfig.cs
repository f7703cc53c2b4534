namespace ZooInfra.Lab.Tests.Identity;

/// <summary>A slapd.conf with the schemas that the files and the live backend are written for.</summary>
internal static class SlapdConfig
{
    /// <summary>The configuration of one database in a folder that exists.</summary>
    public static string Text(string database, string suffix) => $"""
        include {SlapdTools.Schemas}/core.schema
        include {SlapdTools.Schemas}/cosine.schema
        include {SlapdTools.Schemas}/inetorgperson.schema
        modulepath {SlapdTools.Modules}
        moduleload back_mdb
        moduleload ppolicy
        database mdb
        maxsize 67108864
        suffix {suffix}
        directory {database}

        """;
}
