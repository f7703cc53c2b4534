using ZooInfra.Contracts;

namespace ZooInfra.Analyzers.Tests.Cases;

/// <summary>
/// One way to break one rule, and what lies close to it. <see cref="RuleCaseTests"/> turns each into tests: the exact span and message, the clean twin, the
/// near miss, the waived form, the value by another way, generated code, and code that breaks off at any token.
/// </summary>
public abstract class RuleCase
{
    /// <summary>The rule.</summary>
    public abstract Rule Rule { get; }

    /// <summary>A client that breaks the rule once; the place is marked <c>{|#0:...|}</c> in class, constructor, members or file.</summary>
    public abstract Text Broken { get; }

    /// <summary>The whole message.</summary>
    public abstract string Message { get; }

    /// <summary>The same client as it should be.</summary>
    public abstract Text Clean { get; }

    /// <summary>A client that comes as close to breaking the rule as it can.</summary>
    public abstract Text NearMiss { get; }

    /// <summary>A client that breaks the rule by values from elsewhere: constants of another file (<see cref="Text.Elsewhere"/>) or assembly, fields, locals, helpers. Same message.</summary>
    public abstract Text Roundabout { get; }

    /// <summary>The severity of this case; that of the rule unless the case is milder or graver.</summary>
    public virtual RuleSeverity Severity => Rule.Severity;

    /// <summary>The name of the case in test results.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Parts of a client's source and contract file.</summary>
    public sealed record Text
    {
        /// <summary>Attributes of the class, after <c>[Tenant("acme_corp", Name = "Acme Corp")]</c>.</summary>
        public string Attributes { get; init; } = "";

        /// <summary>The body of the constructor.</summary>
        public string Constructor { get; init; } = "";

        /// <summary>Further members of the class.</summary>
        public string Members { get; init; } = "";

        /// <summary>A second source file; empty for none.</summary>
        public string Elsewhere { get; init; } = "";

        /// <summary>A source that is compiled to an assembly of its own and referenced; empty for none.</summary>
        public string OtherAssembly { get; init; } = "";

        /// <summary>The contract file <c>contracts/acme_corp.contract.yaml</c>; null for none.</summary>
        public string? File { get; init; }

        /// <summary>The whole source of the client's class.</summary>
        public string Source => $$"""
            {{Usings}}

            [Tenant("acme_corp", Name = "Acme Corp")]
            {{Attributes}}
            public sealed partial class Acme : TenantStack
            {
                public Acme()
                {
                    {{Constructor}}
                }

                {{Members}}
            }
            """;

        /// <summary>What every source begins with.</summary>
        public const string Usings = """
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Pulumi;
            using ZooInfra;
            using ZooInfra.Contracts;
            using ZooInfra.Contracts.Identity;
            using ZooInfra.Dns;
            using ZooInfra.Firewalls;
            using ZooInfra.Identity;
            using ZooInfra.Vpn;
            """;
    }
}
