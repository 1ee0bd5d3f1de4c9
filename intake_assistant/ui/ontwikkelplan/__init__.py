"""The ontwikkelplan: goals and agreements."""
